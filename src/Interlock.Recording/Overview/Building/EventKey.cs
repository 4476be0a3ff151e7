namespace Interlock.Recording.Overview.Building;

/// <summary>What events are counted by.</summary>
internal readonly record struct EventKey(string Kind, string Code, string? Channel);
