using Interlock.Core.Diagnostics;

namespace Interlock.Runtime.Configuration.Yaml;

/// <summary>Where a value was written.</summary>
/// <param name="Source">The file as the user named it, or the whole flag.</param>
/// <param name="Line">1-based line of a file; null for a flag.</param>
internal sealed record ValueOrigin(string Source, int? Line)
{
    public SourcePlace PlaceOf(string key) => new(Source, Line, key);

    public override string ToString() => Line is { } line ? $"{Source}:{line}" : Source;
}
