namespace ChatServer.Actors;

/// <summary>A behaviour: handles a message, or reports that it does not handle it.</summary>
/// <param name="message">The message.</param>
/// <returns>Whether it was handled.</returns>
public delegate bool Receive(object message);

/// <summary>A behaviour that takes every message.</summary>
/// <param name="message">The message.</param>
public delegate void UntypedReceive(object message);
