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
        // The command line wins over what stands here. No passwords in here: name files that only you may read (chmod 600).
        {
          // Who you are. When the nick is in use, otherNicks are tried, and then underscores.
          "nick": {{Json(nick)}},
          "otherNicks": [],
          // "realName": "...",

          // Where "chat" goes when no server is named. "chat NAME" goes to another one of the servers below.
          "server": "home",
          "servers": {
            "home": {
              // HOST, HOST:PORT, ws://HOST:PORT/PATH or wss://HOST/PATH
              "address": {{Json(address)}},
              "tls": {{Json(useTls)}},
              "rooms": {{Json(rooms)}},
              // "nick": "...",
              // "passwordFile": "~/.config/chat/server-password",
              // An account to log in to (SASL). mechanism: SCRAM-SHA-256, PLAIN or EXTERNAL; the best one, if left out.
              // "account": "...",
              // "accountPasswordFile": "~/.config/chat/account-password",
              // "mechanism": "SCRAM-SHA-256",
              // A certificate to log in with (EXTERNAL): a PEM file with the certificate and its key.
              // "certificate": "~/.config/chat/me.pem",
              // The one certificate of the server to trust, whoever signed it: its SHA-256 in hexadecimal.
              // "fingerprint": "...",
            },
          },

          // How many messages to show of a room that you join, if the server keeps them.
          "history": 100,

          // Colours of the screen: dark, light, 16 (the terminal's own), none.
          "theme": "dark",

          // What happens when someone writes to you or mentions you. desktop: none, osc9 or osc777, as your terminal understands.
          "notifications": {
            "bell": true,
            "desktop": "none",
          },

          // Words beside your nick that make a message stand out.
          "highlights": [],

          // Whom not to listen to: nicks, or masks such as *!*@spam.example
          "ignore": [],

          // Whose coming and going to tell.
          "friends": [],

          // Whether others see that you type.
          "showTyping": true,

          // Whether to keep logs, one plain text file for each room, in ~/.local/state/chat/logs or in logFolder.
          "log": false,
          // "logFolder": "~/chatlogs",
        }

        """;

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Readable);
}
