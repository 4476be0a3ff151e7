namespace Interlock.Runtime.Configuration.Keys;

/// <summary>One key of a settings tree, its path there, and its value; a group that is absent counts as a key without value.</summary>
internal sealed record KeyValue(string Path, ConfigKey Key, object? Value);
