namespace ChatServer.Protocol.Tests;

public class NameVectorTests
{
    public static TheoryData<string, string, string, string> SourceCases()
    {
        var cases = new TheoryData<string, string, string, string>();
        foreach (var vector in VectorFile.Read("userhost-split"))
        {
            var atoms = vector.Map("atoms");
            cases.Add(vector.Text("source")!, atoms.Text("nick") ?? "", atoms.Text("user") ?? "", atoms.Text("host") ?? "");
        }

        return cases;
    }

    public static TheoryData<string, bool> HostCases()
    {
        var cases = new TheoryData<string, bool>();
        foreach (var vector in VectorFile.Read("validate-hostname"))
            cases.Add(vector.Text("host")!, vector.Text("valid") == "true");
        return cases;
    }

    [Theory]
    [MemberData(nameof(SourceCases))]
    public void A_source_splits_into_nick_user_and_host(string source, string nick, string user, string host)
    {
        var parsed = SourceParser.Parse(source);

        Assert.Equal(new UserSource(nick, user, host), parsed);
        Assert.Equal(source, parsed.ToString());
    }

    [Theory]
    [MemberData(nameof(HostCases))]
    public void A_host_name_is_valid_as_the_vectors_say(string host, bool valid) => Assert.Equal(valid, HostName.IsValid(host));

    [Theory]
    [InlineData("staff/alice", true)]
    [InlineData("a.b-c_d:1", true)]
    [InlineData("castle", true)]
    [InlineData("", false)]
    [InlineData(":1", false)]
    [InlineData("a b", false)]
    [InlineData("a!b", false)]
    [InlineData("a@b", false)]
    [InlineData("a*", false)]
    [InlineData("h\u00F6st", false)]
    public void A_host_may_be_shown_when_nothing_in_it_breaks_a_source_or_a_mask(string host, bool valid) =>
        Assert.Equal(valid, HostName.CanBeShown(host));
}
