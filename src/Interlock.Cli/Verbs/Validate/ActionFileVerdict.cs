using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Core.Text;

namespace Interlock.Cli.Verbs.Validate;

/// <summary>What the check of an action file found.</summary>
/// <param name="Steps">Steps in all episodes.</param>
/// <param name="Bound">Largest absolute value that was allowed.</param>
/// <param name="VelocityLimit">Largest change per step that was allowed.</param>
/// <param name="Channels">Counts per channel.</param>
internal sealed record ActionFileVerdict(long Steps, double Bound, double VelocityLimit, IReadOnlyList<ChannelCounts> Channels)
{
    /// <summary>A file without actions proves nothing, so it does not pass.</summary>
    public bool Passed => Steps > 0 && Channels.All(channel => channel.IsClean);

    public void WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("passed", Passed);
        writer.WriteNumber("steps", Steps);
        JsonNumber.Write(writer, "action_bound", Bound);
        JsonNumber.Write(writer, "velocity_limit", VelocityLimit);
        writer.WriteStartArray("channels");
        foreach (ChannelCounts channel in Channels)
        {
            writer.WriteStartObject();
            writer.WriteString("name", channel.Name);
            writer.WriteNumber("out_of_bounds", channel.OutOfBounds);
            writer.WriteNumber("too_fast", channel.TooFast);
            writer.WriteNumber("non_finite", channel.NonFinite);
            JsonNumber.Write(writer, "largest_value", channel.LargestValue);
            JsonNumber.Write(writer, "largest_step", channel.LargestStep);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public void WriteText(TextWriter output, int width)
    {
        WrappedText.Write(output, $"{Steps} steps against |a| <= {PlainNumber.Of(Bound)} and |step| <= {PlainNumber.Of(VelocityLimit)}", width);
        TextTable table = new("channel", "outside", "too fast", "non-finite", "largest", "largest step");
        foreach (ChannelCounts channel in Channels)
        {
            table.Add(
                channel.Name,
                $"{channel.OutOfBounds}",
                $"{channel.TooFast}",
                $"{channel.NonFinite}",
                PlainNumber.Of(channel.LargestValue),
                PlainNumber.Of(channel.LargestStep));
        }

        table.Write(output, width);
        WrappedText.Write(output, LastSentence(), width);
    }

    private string LastSentence()
    {
        if (Steps == 0)
        {
            return "FAIL: there are no actions.";
        }

        return Passed ? "PASS: every action keeps both limits." : $"FAIL: {Causes()}.";
    }

    private string Causes()
    {
        (long Count, string What)[] causes =
        [
            (Channels.Sum(channel => channel.NonFinite), "values are not finite"),
            (Channels.Sum(channel => channel.OutOfBounds), "values are out of bounds"),
            (Channels.Sum(channel => channel.TooFast), "steps are too fast"),
        ];
        return string.Join(", ", causes.Where(cause => cause.Count > 0).Select(cause => $"{cause.Count} {cause.What}"));
    }
}
