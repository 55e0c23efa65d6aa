namespace ChatServer.Engine.Faults;

/// <summary>Makes the actor that hears it throw: tests use it to show that a fault stays where it happens.</summary>
/// <param name="Cause">What is thrown.</param>
public sealed record InjectedFault(Exception Cause);
