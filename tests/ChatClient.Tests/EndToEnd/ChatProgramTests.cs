namespace ChatClient.Tests.EndToEnd;

/// <summary>Tests the program from outside, as users and scripts run it.</summary>
public sealed class ChatProgramTests : IDisposable
{
    private readonly ScriptedServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Once_sends_every_line_and_leaves_when_the_server_has_taken_them()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby", "--once");
        await chat.TypeAsync("hello");
        await chat.TypeAsync("/etc/motd is text here");
        chat.EndInput();
        await _server.AcceptAsync();
        await _server.WelcomeAsync("pip");

        await _server.ExpectAsync("PRIVMSG #lobby hello", "PRIVMSG #lobby :/etc/motd is text here");
        await _server.AnswerPingAsync();
        await _server.ExpectAsync("QUIT");
        await _server.SendAsync("ERROR :Closing Link: 127.0.0.1 (Quit: )");
        _server.Dispose();

        Assert.Equal((0, string.Empty, string.Empty), await chat.WaitAsync());
    }

    [Fact]
    public async Task Once_with_the_nick_in_use_takes_the_next_one()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "lobby", "--once");
        chat.EndInput();
        await _server.AcceptAsync();
        await _server.ExpectAsync("CAP LS 302", "NICK pip", "USER pip 0 * pip");
        await _server.SendAsync(":irc.test 433 * pip :Nickname is already in use");
        await _server.ExpectAsync("NICK pip_");
        await _server.SendAsync(":irc.test 001 pip_ :Welcome", ":irc.test 422 pip_ :No MOTD");
        await _server.ExpectAsync("JOIN #lobby");
        await _server.SendAsync(":pip_!pip@h JOIN #lobby");
        await _server.AnswerPingAsync();
        await _server.AnswerPingAsync();
        await _server.ExpectAsync("QUIT");
        _server.Dispose();

        Assert.Equal((0, string.Empty, "chat: The nick pip is in use; trying pip_\n"), await chat.WaitAsync());
    }

    [Fact]
    public async Task Once_into_a_room_that_bans_us_is_refused()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby", "--once");
        await _server.AcceptAsync();
        await _server.ExpectAsync("CAP LS 302", "NICK pip", "USER pip 0 * pip");
        await _server.SendAsync(":irc.test 001 pip :Welcome", ":irc.test 422 pip :No MOTD");
        await _server.ExpectAsync("JOIN #lobby");
        await _server.SendAsync(":irc.test 474 pip #lobby :Cannot join channel (+b)");
        await _server.AnswerPingAsync();
        await _server.ExpectAsync("QUIT");
        _server.Dispose();

        Assert.Equal((3, string.Empty, "chat: #lobby -- can't join: Cannot join channel (+b)\n"), await chat.WaitAsync());
    }

    [Fact]
    public async Task A_message_that_the_room_does_not_take_is_an_error()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby", "--once");
        await chat.TypeAsync("hello");
        chat.EndInput();
        await _server.AcceptAsync();
        await _server.WelcomeAsync("pip");
        await _server.ExpectAsync("PRIVMSG #lobby hello");
        await _server.SendAsync(":irc.test 404 pip #lobby :Cannot send to channel (+m)");
        await _server.AnswerPingAsync();
        await _server.ExpectAsync("QUIT");
        _server.Dispose();

        Assert.Equal((3, string.Empty, "chat: #lobby -- Cannot send to channel (+m)\n"), await chat.WaitAsync());
    }

    [Fact]
    public async Task People_talk_in_both_directions()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby");
        await _server.AcceptAsync();
        await _server.WelcomeAsync("pip");
        await chat.ReadUntilAsync("#lobby -- 2 people here: @alice pip");

        await _server.SendAsync(":alice!a@h PRIVMSG #lobby :hi pip");
        await chat.ReadUntilAsync("#lobby <alice> hi pip");
        await chat.TypeAsync("hello alice");
        await _server.ExpectAsync("PRIVMSG #lobby :hello alice");
        await chat.ReadUntilAsync("#lobby <pip> hello alice");
        await chat.TypeAsync("/me waves");
        await _server.ExpectAsync("PRIVMSG #lobby :\u0001ACTION waves\u0001");
        await chat.ReadUntilAsync("#lobby * pip waves");
        await chat.TypeAsync("/quit so long");
        await _server.AnswerPingAsync();
        await _server.ExpectAsync("QUIT :so long");
        _server.Dispose();

        Assert.Equal(0, (await chat.WaitAsync()).ExitCode);
    }

    [Fact]
    public async Task An_interrupt_leaves_with_a_goodbye()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby");
        await _server.AcceptAsync();
        await _server.WelcomeAsync("pip");
        await chat.ReadUntilAsync("@alice pip");

        await chat.SignalAsync("INT");
        await _server.ExpectAsync("QUIT");
        _server.Dispose();

        Assert.Equal(0, (await chat.WaitAsync()).ExitCode);
    }

    [Fact]
    public async Task A_lost_connection_is_told()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby", "--no-reconnect");
        await _server.AcceptAsync();
        await _server.WelcomeAsync("pip");
        await chat.ReadUntilAsync("@alice pip");

        _server.Dispose();

        var (exitCode, _, errors) = await chat.WaitAsync();
        Assert.Equal(4, exitCode);
        Assert.StartsWith("chat: connection lost", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_from_the_server_is_a_refusal()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip");
        await _server.AcceptAsync();
        await _server.ExpectAsync("CAP LS 302", "NICK pip", "USER pip 0 * pip");
        await _server.SendAsync(":irc.test 465 pip :You are banned", "ERROR :Closing Link (banned)");

        var (exitCode, output, _) = await chat.WaitAsync();

        Assert.Equal(3, exitCode);
        Assert.EndsWith("-- The server refused us: You are banned\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_server_is_no_connection()
    {
        var address = _server.Address;
        _server.Dispose();
        using var chat = ChatProcess.Start(address, "--nick", "pip");

        var (exitCode, _, errors) = await chat.WaitAsync();

        Assert.Equal(2, exitCode);
        Assert.StartsWith("chat: can't connect to 127.0.0.1 port ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_trusted_is_refused_with_a_way_on()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--tls");
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await _server.AcceptTlsAsync();
            await _server.ExpectAsync("CAP LS 302");
        });

        var (exitCode, _, errors) = await chat.WaitAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("the certificate of 127.0.0.1 can't be trusted", errors, StringComparison.Ordinal);
        Assert.Contains("self-signed", errors, StringComparison.Ordinal);
        Assert.Contains("--tls-insecure", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_insecure_goes_on_and_says_so()
    {
        using var chat = ChatProcess.Start(_server.Address, "--nick", "pip", "--room", "#lobby", "--once", "--tls-insecure");
        chat.EndInput();
        await _server.AcceptTlsAsync();
        await _server.WelcomeAsync("pip");
        await _server.AnswerPingAsync();
        await _server.ExpectAsync("QUIT");
        _server.Dispose();

        var (exitCode, _, errors) = await chat.WaitAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("others may be able to read this connection", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--once needs a --room", "--once")]
    [InlineData("'host:99999' is not an address", "host:99999")]
    [InlineData("'two words' is not a nick", "--nick", "two words")]
    public async Task Wrong_usage_is_told_in_a_line(string fault, params string[] arguments)
    {
        using var chat = ChatProcess.Start(arguments);

        var (exitCode, output, errors) = await chat.WaitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(fault, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Help_names_options_and_exit_codes()
    {
        using var chat = ChatProcess.Start("--help");

        var (exitCode, output, _) = await chat.WaitAsync();

        Assert.Equal(0, exitCode);
        Assert.All(
            new[] { "--nick", "--room", "--tls", "--tls-insecure", "--password-file", "CHAT_PASSWORD", "--once", "Exit codes" },
            word => Assert.Contains(word, output, StringComparison.Ordinal));
    }
}
