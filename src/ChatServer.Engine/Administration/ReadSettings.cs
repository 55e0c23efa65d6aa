using System.Collections.Immutable;
using ChatServer.Engine.Settings;

namespace ChatServer.Engine.Administration;

/// <summary>What came of reading the settings again.</summary>
/// <param name="Settings">The settings, checked; null when there is a problem.</param>
/// <param name="Problems">What can't be taken as it is, one line each, for an operator to read; empty when there is none.</param>
public sealed record ReadSettings(ServerSettings? Settings, ImmutableArray<string> Problems);
