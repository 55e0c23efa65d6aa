namespace ChatClient.Session;

/// <summary>Logging in can't go on. The message says why, for people.</summary>
internal sealed class SaslException(string message) : Exception(message);
