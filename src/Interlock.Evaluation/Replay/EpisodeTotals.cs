using Interlock.Core.Episodes;
using Interlock.Guard;
using Interlock.Guard.Interventions;
using Interlock.Guard.Reports;

namespace Interlock.Evaluation.Replay;

/// <summary>What the guard did to one episode.</summary>
public sealed class EpisodeTotals
{
    private readonly ActionGuard _guard;
    private readonly SortedDictionary<string, long> _codes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _alarms = new(StringComparer.Ordinal);

    internal EpisodeTotals(ActionGuard guard, Episode episode)
    {
        _guard = guard;
        Episode = episode.Index;
        Success = episode.Success;
        Summary = guard.EpisodeSummary();
    }

    /// <summary>Number of the episode in its source.</summary>
    public int Episode { get; }

    /// <summary>Whether the episode succeeded; null when not recorded.</summary>
    public bool? Success { get; }

    /// <summary>Counts, channels and monitors.</summary>
    public GuardSummary Summary { get; private set; }

    /// <summary>Interventions per code.</summary>
    public IReadOnlyDictionary<string, long> Codes => _codes;

    /// <summary>Alarms per name.</summary>
    public IReadOnlyDictionary<string, long> Alarms => _alarms;

    /// <summary>Step at which the guard latched; null when it did not.</summary>
    public int? LatchedAtStep { get; private set; }

    /// <summary>Code of the first cause of the latch.</summary>
    public string? LatchCode { get; private set; }

    internal void Observe(in StepResult result)
    {
        foreach (ref readonly Intervention item in _guard.LastInterventions)
        {
            _codes[item.Code] = _codes.GetValueOrDefault(item.Code) + 1;
        }

        foreach (int fired in _guard.LastAlarms)
        {
            string name = _guard.Alarms[fired].Name;
            _alarms[name] = _alarms.GetValueOrDefault(name) + 1;
        }

        if (LatchedAtStep is null && result.IsLatched)
        {
            LatchedAtStep = (int)_guard.EpisodeSummary().Steps - 1;
            LatchCode = _guard.LatchCode;
        }
    }

    internal void Finish() => Summary = _guard.EpisodeSummary();
}
