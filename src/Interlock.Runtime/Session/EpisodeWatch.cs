using Interlock.Runtime.Loop;
using Interlock.Runtime.Worlds;

namespace Interlock.Runtime.Session;

/// <summary>Says when an episode is over and when something changed under the run.</summary>
internal sealed class EpisodeWatch(FileWatch contract, TableArmRobot? table, double? durationS) : IRunWatch
{
    private const double NsPerS = 1e9;

    private long? _beganAtNs;

    public bool ContractChanged => contract.HasChanged;

    // The specification is read once and cannot change in this process; a server's statistics are watched by its own probe.
    public bool StatisticsChanged => false;

    /// <summary>Whether the task was done; null while nobody knows.</summary>
    public bool? Success => table?.Now.Success;

    public void BeginEpisode(long nowNs) => _beganAtNs = nowNs;

    public void EndEpisode() => _beganAtNs = null;

    /// <summary>Time that does not count: stopped, and until a person has started again.</summary>
    public void StandStill(long durationNs) => _beganAtNs += durationNs;

    public double ElapsedS(long nowNs) => _beganAtNs is { } began ? (nowNs - began) / NsPerS : 0;

    public bool EpisodeDone(long nowNs) =>
        _beganAtNs is not null && (ElapsedS(nowNs) >= durationS || Success is not null);
}
