using System.Runtime.InteropServices;

namespace Interlock.Evaluation.Study.Inputs;

/// <summary>What has been read of one episode of a step log.</summary>
internal sealed class StepLogEpisode
{
    private readonly Dictionary<string, List<double>> _tracks = [];

    public int Steps { get; private set; }

    public long LastStep { get; private set; } = -1;

    public bool? Succeeded { get; set; }

    /// <summary>Steps on which a limit was broken; null while no line said anything about it.</summary>
    public int? Violations { get; private set; }

    public RawMotion Motion { get; } = new();

    public IEnumerable<string> Monitors => _tracks.Keys;

    public void BeginStep(long step)
    {
        LastStep = step;
        Steps++;
    }

    public void CountViolation(bool? violated)
    {
        if (violated is { } happened)
        {
            Violations = (Violations ?? 0) + (happened ? 1 : 0);
        }
    }

    /// <summary>Sets the value of the newest step; steps without a value stay NaN.</summary>
    public void Set(string monitor, double value)
    {
        List<double> track = CollectionsMarshal.GetValueRefOrAddDefault(_tracks, monitor, out _) ??= [];
        Fill(track, Steps - 1);
        if (track.Count < Steps)
        {
            track.Add(value);
        }
    }

    /// <summary>One value per step; all NaN for a monitor that this episode does not have.</summary>
    public double[] Track(string monitor, double sign)
    {
        List<double> track = _tracks.GetValueOrDefault(monitor) ?? [];
        Fill(track, Steps);
        return [.. track.Select(value => sign * value)];
    }

    private static void Fill(List<double> track, int count)
    {
        while (track.Count < count)
        {
            track.Add(double.NaN);
        }
    }
}
