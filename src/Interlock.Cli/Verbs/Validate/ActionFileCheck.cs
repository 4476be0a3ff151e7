using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Episodes;

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

        ActionFileVerdict verdict = Check(EpisodeInput.Open(host, path, cancellation), bound, velocityLimit, cancellation);
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, verdict.WriteJson);
        }
        else
        {
            verdict.WriteText(host.Out, host.Width);
        }

        return verdict.Passed ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private ActionFileVerdict Check(IEpisodeSource source, double bound, double velocityLimit, CancellationToken cancellation)
    {
        ChannelCounts[] channels = [.. source.Description.ActionChannels.Select(name => new ChannelCounts(name))];
        long steps = 0;
        foreach (Episode episode in new WatchedSource(host, source, quiet: false, cancellation).ReadEpisodes())
        {
            steps += episode.Length;
            Count(episode, bound, velocityLimit, channels);
        }

        return new ActionFileVerdict(steps, bound, velocityLimit, channels);
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
}
