using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Core.Units;
using Interlock.Datasets.Inspection;

namespace Interlock.Cli.Verbs.Info;

/// <summary>What is in a dataset, as lines.</summary>
internal static class InfoText
{
    /// <summary>A dataset can have hundreds of instructions; a few show what they are like.</summary>
    private const int ShownTasks = 5;

    public static void Write(TextWriter output, DatasetInspection inspection)
    {
        EpisodeSourceDescription source = inspection.Description;
        output.WriteLine($"{source.Location}: {source.Format} {source.Version}".TrimEnd());
        output.WriteLine($"  {inspection.Episodes} episodes, {inspection.Frames} frames, {Rate(source)}");
        WriteLine(output, "robot", source.RobotType is { } robot ? Printable(robot) : null);
        WriteLine(
            output,
            $"{source.ActionChannels.Count} action channels",
            string.Join(", ", source.ActionChannels.Zip(source.ActionUnits, Named)));
        WriteLine(output, $"{source.StateChannels.Count} state channels", string.Join(", ", source.StateChannels.Select(Printable)));
        WriteLine(output, "successes", inspection.Successes is { } count ? $"{count} of {inspection.Episodes}" : null);
        WriteTasks(output, inspection.Tasks);
        output.WriteLine(inspection.Oddities.Count == 0 ? "Nothing odd was found." : $"{inspection.Oddities.Count} odd things:");
        foreach (DatasetOddity oddity in inspection.Oddities)
        {
            output.WriteLine($"  {oddity.Code} {oddity.Message}");
        }
    }

    private static void WriteTasks(TextWriter output, IReadOnlyList<string> tasks)
    {
        string more = tasks.Count > ShownTasks ? $" and {tasks.Count - ShownTasks} more" : "";
        string shown = string.Join(", ", tasks.Take(ShownTasks).Select(Quoted.Of));
        WriteLine(output, $"{tasks.Count} tasks", shown.Length == 0 ? null : shown + more);
    }

    private static void WriteLine(TextWriter output, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            output.WriteLine($"  {name}: {value}");
        }
    }

    private static string Rate(EpisodeSourceDescription source) =>
        source.RateHz is { } rate ? ShortNumber.Of(rate, "Hz") : "rate not stated";

    private static string Named(string channel, ChannelUnit unit) =>
        unit == ChannelUnit.None ? Printable(channel) : $"{Printable(channel)} ({unit})";

    /// <summary>A dataset's own text must not steer the terminal.</summary>
    private static string Printable(string text) => Quoted.Of(text)[1..^1];
}
