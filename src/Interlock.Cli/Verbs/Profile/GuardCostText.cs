using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs.Profile;

/// <summary>The costs for people.</summary>
internal static class GuardCostText
{
    public static void Write(TextWriter output, IEnumerable<GuardCost> rows, int width)
    {
        TextTable table = new("guard", "channels", "median ns", "p99.9 ns", "B/step", "summary ns");
        foreach (GuardCost row in rows)
        {
            table.Add(
                row.What, $"{row.Channels}", $"{row.MedianNs:0.0}", $"{row.P999Ns:0}", PlainNumber.Of(row.BytesPerStep), $"{row.SummaryNs:0}");
        }

        table.Write(output, width);
    }
}
