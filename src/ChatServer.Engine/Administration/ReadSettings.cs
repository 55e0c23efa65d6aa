using System.Collections.Immutable;
using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Administration;

/// <summary>The outcome of reading the settings again.</summary>
/// <param name="Settings">The settings, checked; null when there is a problem.</param>
/// <param name="Problems">What is wrong, one line each, for an operator to read; empty for nothing.</param>
public sealed record ReadSettings(ServerSettings? Settings, ImmutableArray<string> Problems);
