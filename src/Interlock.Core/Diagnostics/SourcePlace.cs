namespace Interlock.Core.Diagnostics;

/// <summary>Where in outside data a finding was made.</summary>
/// <param name="File">The file as the user named it; null when the data has no file.</param>
/// <param name="Line">1-based line of a text file; null where lines mean nothing.</param>
/// <param name="Key">Path of the key, column, row or byte offset inside the file, for example <c>channels[2].min</c> or <c>byte 4711</c>.</param>
public sealed record SourcePlace(string? File, int? Line = null, string? Key = null)
{
    /// <summary>A place that is only a file.</summary>
    public static SourcePlace OfFile(string file) => new(file);

    /// <inheritdoc />
    public override string ToString()
    {
        string place = File ?? "(input)";
        place = Line is { } line ? $"{place}:{line}" : place;
        return Key is { Length: > 0 } key ? $"{place} {key}" : place;
    }
}
