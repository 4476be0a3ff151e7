using Interlock.Core.Units;

namespace Interlock.ExecSpec.Files.Reading;

/// <summary>Reads a unit; an unknown one is reported and read as none.</summary>
internal static class UnitReader
{
    public static IReadOnlyList<string> Symbols { get; } = [.. ChannelUnit.All.Select(unit => unit.Symbol)];

    public static ChannelUnit Read(string path, JsonText text, ReadingReport report)
    {
        if (text.Value.Length == 0 || ChannelUnit.Find(text.Value) is not null)
        {
            return ChannelUnit.Find(text.Value) ?? ChannelUnit.None;
        }

        report.UnknownWord(path, text.Line, text.Value, Symbols);
        return ChannelUnit.None;
    }
}
