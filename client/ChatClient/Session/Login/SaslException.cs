namespace ChatClient.Session;

/// <summary>Login can't continue. The message says why, for people.</summary>
internal sealed class SaslException(string message) : Exception(message);
