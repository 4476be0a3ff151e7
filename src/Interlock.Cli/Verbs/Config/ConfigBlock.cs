using Interlock.Cli.Output;
using Interlock.Runtime.Configuration.Effective;

namespace Interlock.Cli.Verbs.Config;

/// <summary>A configuration as a person reads it before the start: parts on the left, what they are on the right, no line too wide.</summary>
internal static class ConfigBlock
{
    private const int Gap = 2;

    public static void Write(TextWriter output, EffectiveConfig config, int width)
    {
        IReadOnlyList<EffectiveRow> rows = config.ToRows();
        int column = rows.Max(row => row.Label.Length) + Gap;
        foreach (EffectiveRow row in rows)
        {
            using StringWriter lines = new();
            WrappedText.Write(lines, row.Text, width, indent: column, hanging: column);
            output.Write(row.Label.PadRight(column));
            output.Write(lines.ToString()[column..]);
        }
    }
}
