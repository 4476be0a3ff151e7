namespace Interlock.Runtime.Configuration.Overrides;

/// <summary>One step on the way to a value: into a group by its key, or into a list by its index.</summary>
/// <param name="Key">Name of a key; null for an index.</param>
/// <param name="Index">0-based index; meant where <paramref name="Key"/> is null.</param>
internal readonly record struct RouteStep(string? Key, int Index);
