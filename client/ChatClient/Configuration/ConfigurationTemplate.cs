using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatClient.Configuration;

/// <summary>Writes a configuration file that explains itself.</summary>
internal static class ConfigurationTemplate
{
    // The file is read by people: é stays é.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file.</summary>
    /// <param name="nick">Nick.</param>
    /// <param name="address">The server's address.</param>
    /// <param name="useTls">Whether to use TLS there.</param>
    /// <param name="rooms">Rooms to join there.</param>
    public static string Write(string nick, string address, bool useTls, IEnumerable<string> rooms) =>
        $$"""
        // Settings of chat, the terminal chat client. Lines that begin with // are comments; a comma after the last entry does no harm.
        // The command line overrides this file. Put no passwords here: name files that only you may read (chmod 600).
        {
          // Who you are. If the nick is in use, otherNicks are tried, and then underscores.
          "nick": {{Json(nick)}},
          "otherNicks": [],
          // "realName": "...",

          // The server that "chat" connects to. "chat NAME" connects to another one of the servers below.
          "server": "home",
          "servers": {
            "home": {
              // HOST, HOST:PORT, ws://HOST:PORT/PATH or wss://HOST/PATH
              "address": {{Json(address)}},
              "tls": {{Json(useTls)}},
              "rooms": {{Json(rooms)}},
              // "nick": "...",
              // "passwordFile": "~/.config/chat/server-password",
              // An account to log in to (SASL). mechanism: SCRAM-SHA-256, PLAIN or EXTERNAL; if omitted, the best one.
              // "account": "...",
              // "accountPasswordFile": "~/.config/chat/account-password",
              // "mechanism": "SCRAM-SHA-256",
              // A certificate to log in with (EXTERNAL): a PEM file with the certificate and its key.
              // "certificate": "~/.config/chat/me.pem",
              // The only server certificate to trust, no matter who signed it: its SHA-256 in hexadecimal.
              // "fingerprint": "...",
            },
          },

          // How many earlier messages to show when you join a room, if the server keeps them.
          "history": 100,

          // Colours of the screen: dark, light, 16 (the terminal's own), none.
          "theme": "dark",

          // What happens when someone writes to you or mentions you. desktop: none, osc9 or osc777, whichever your terminal supports.
          "notifications": {
            "bell": true,
            "desktop": "none",
          },

          // Words, besides your nick, that highlight a message.
          "highlights": [],

          // Who is ignored: nicks, or masks such as *!*@spam.example
          "ignore": [],

          // Nicks to watch: you are told when they come online or go offline.
          "friends": [],

          // Whether others see that you are typing.
          "showTyping": true,

          // Whether to keep logs, one plain text file for each room, in ~/.local/state/chat/logs or in logFolder.
          "log": false,
          // "logFolder": "~/chatlogs",
        }

        """;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
