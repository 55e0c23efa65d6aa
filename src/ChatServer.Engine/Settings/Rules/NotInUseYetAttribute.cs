namespace ChatServer.Engine.Settings.Rules;

/// <summary>Marks a setting, a whole section of them or one value of an enumeration whose feature does not exist yet.</summary>
/// <remarks>It is read and checked as any other; when it is given, the host logs that it has no effect.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NotInUseYetAttribute : Attribute;
