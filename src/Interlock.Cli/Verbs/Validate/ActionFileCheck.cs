using System.Text.Json;
using Interlock.Cli.Output;
using Interlock.Core.Episodes;
using Interlock.Core.Text;
using Interlock.Datasets.Opening;

namespace Interlock.Cli.Verbs.Validate;

/// <summary>Counts what breaks a bound or a step limit; nothing is changed, and differences never cross an episode boundary.</summary>
internal sealed class ActionFileCheck(VerbHost host)
{
    public int Run(string path, double bound, double velocityLimit, bool json, CancellationToken cancellation)
    {
        if (!(bound > 0) || !(velocityLimit > 0))
        {
            host.Error.WriteLine("validate: --action-bound and --velocity-limit must be above 0.");
            return ExitCode.Usage;
        }

        IEpisodeSource source = EpisodeSources.Open(path, cancellation: cancellation);
        ChannelCounts[] channels = [.. source.Description.ActionChannels.Select(name => new ChannelCounts(name))];
        long steps = 0;
        foreach (Episode episode in source.ReadEpisodes())
        {
            cancellation.ThrowIfCancellationRequested();
            steps += episode.Length;
            Count(episode, bound, velocityLimit, channels);
        }

        bool passed = steps > 0 && Array.TrueForAll(channels, channel => channel.IsClean);
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer => Write(writer, steps, bound, velocityLimit, channels, passed));
        }
        else
        {
            Write(host.Out, steps, bound, velocityLimit, channels, passed);
        }

        return passed ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private static void Count(Episode episode, double bound, double velocityLimit, ChannelCounts[] channels)
    {
        for (int step = 0; step < episode.Length; step++)
        {
            ReadOnlySpan<double> action = episode.Action(step);
            ReadOnlySpan<double> before = step == 0 ? default : episode.Action(step - 1);
            for (int i = 0; i < channels.Length; i++)
            {
                channels[i].Observe(action[i], step == 0 ? null : action[i] - before[i], bound, velocityLimit);
            }
        }
    }

    private static void Write(
        Utf8JsonWriter writer, long steps, double bound, double velocityLimit, ChannelCounts[] channels, bool passed)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("passed", passed);
        writer.WriteNumber("steps", steps);
        writer.WriteNumber("action_bound", bound);
        writer.WriteNumber("velocity_limit", velocityLimit);
        writer.WriteStartArray("channels");
        foreach (ChannelCounts channel in channels)
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

    private static void Write(
        TextWriter output, long steps, double bound, double velocityLimit, ChannelCounts[] channels, bool passed)
    {
        int width = Math.Max(7, channels.Select(channel => channel.Name.Length).DefaultIfEmpty(0).Max());
        output.WriteLine($"{steps} steps against |a| <= {bound:0.####} and |step| <= {velocityLimit:0.####}");
        output.WriteLine($"{"channel".PadRight(width)}  outside  too fast  non-finite  largest  largest step");
        foreach (ChannelCounts channel in channels)
        {
            output.WriteLine(
                $"{channel.Name.PadRight(width)}  {channel.OutOfBounds,7}  {channel.TooFast,8}  {channel.NonFinite,10}  {channel.LargestValue,7:0.###}  {channel.LargestStep,12:0.####}");
        }

        output.WriteLine(passed ? "PASS: every action keeps both limits." : steps == 0 ? "FAIL: there are no actions." : "FAIL: the file breaks a limit.");
    }
}
