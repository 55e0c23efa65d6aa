namespace ChatClient.Configuration;

/// <summary>The configuration file has a fault. The message says where it is and how to fix it.</summary>
internal sealed class ConfigurationException(string message, Exception? innerException = null) : Exception(message, innerException);
