namespace ChatClient.Configuration;

/// <summary>The configuration file is not in order. The message names the place and the mend.</summary>
internal sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
