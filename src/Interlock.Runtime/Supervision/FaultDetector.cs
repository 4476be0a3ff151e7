using Interlock.Guard;

namespace Interlock.Runtime.Supervision;

/// <summary>Finds which triggers are visible at a tick, with the value and the limit of each. A value that is not a number is never good.</summary>
internal sealed class FaultDetector(SupervisorOptions options)
{
    private const double NsPerMs = 1e6;

    private readonly MissedTickWindow _missed = new(options.MissedTickWindow);
    private readonly double[] _values = new double[TriggerCatalogue.All.Length];
    private readonly double[] _limits = new double[TriggerCatalogue.All.Length];
    private TriggerSet _visible;
    private long? _lastNs;
    private int _forceTicks;
    private int _torqueTicks;
    private int _rejected;
    private long _commandsLost;

    public double ValueOf(SupervisorTrigger trigger) => _values[(int)trigger];

    /// <summary>The alarm of this tick.</summary>
    public AlarmFact? Alarm { get; private set; }

    public double LimitOf(SupervisorTrigger trigger) => _limits[(int)trigger];

    /// <param name="input">The tick.</param>
    /// <param name="last">What was asked of the robot at the previous tick.</param>
    /// <param name="commandsLost">Commands of the operator that found no room so far.</param>
    public TriggerSet Observe(in SupervisorInput input, Motion last, long commandsLost)
    {
        _visible = TriggerSet.Empty;
        Array.Fill(_values, double.NaN);
        Array.Fill(_limits, double.NaN);
        Time(input);
        Streams(input);
        Policy(input, last);
        Robot(input);
        Judgement(input);
        Session(input);
        See(SupervisorTrigger.CommandsLost, commandsLost > _commandsLost, commandsLost - _commandsLost);
        _commandsLost = commandsLost;
        return _visible;
    }

    /// <summary>Sets value and limit of what is not detected here.</summary>
    public void Tell(SupervisorTrigger trigger, double value, double limit)
    {
        _values[(int)trigger] = value;
        _limits[(int)trigger] = limit;
    }

    private void Time(in SupervisorInput input)
    {
        double gapMs = _lastNs is { } before ? ((double)input.NowNs - before) / NsPerMs : 0;
        _lastNs = input.NowNs;
        See(SupervisorTrigger.ClockJumped, input.ClockJumped || gapMs < 0 || gapMs > options.TickGapLimitMs, gapMs, options.TickGapLimitMs ?? double.NaN);
        _missed.Observe(input.MissedTicks);
        See(SupervisorTrigger.DeadlinesMissed, _missed.Count > options.MissedTickLimit, _missed.Count, options.MissedTickLimit);
    }

    private void Streams(in SupervisorInput input)
    {
        Age(SupervisorTrigger.ObservationStale, input.ObservationAgeNs, options.ObservationAgeLimitMs);
        Age(SupervisorTrigger.StateStale, input.StateAgeNs, options.StateAgeLimitMs);
        Age(SupervisorTrigger.StateFrozen, input.StateFrozenNs, options.StateFrozenLimitMs);
        Age(SupervisorTrigger.HumanStale, input.HumanAgeNs ?? SupervisorInput.NeverSeenNs, options.HumanAgeLimitMs);
    }

    private void Policy(in SupervisorInput input, Motion last)
    {
        See(SupervisorTrigger.PolicyFailed, input.Policy == PolicyHealth.Failed);
        See(SupervisorTrigger.PolicyHung, input.Policy == PolicyHealth.Hung);
        // A health that has no name is no health.
        See(SupervisorTrigger.PolicyGone, input.Policy is < PolicyHealth.Ready or >= PolicyHealth.Gone);
        See(SupervisorTrigger.PolicyStarved, input.IsStarved);
        bool late = options.ChunkAgeLimitMs is { } limit && input.ChunkAgeMs is { } age && !(age <= limit);
        See(SupervisorTrigger.PolicyLate, late, input.ChunkAgeMs ?? double.NaN, options.ChunkAgeLimitMs ?? double.NaN);
        bool rejected = last is Motion.Release or Motion.Human && input.LastVerdict == Verdict.Hold;
        _rejected = rejected ? _rejected + 1 : 0;
        See(SupervisorTrigger.GuardRejects, _rejected > options.GuardRejectLimit, _rejected, options.GuardRejectLimit);
    }

    private void Robot(in SupervisorInput input)
    {
        See(SupervisorTrigger.RobotLost, input.Robot is RobotHealth.Lost or < RobotHealth.Up or > RobotHealth.Refusing);
        See(SupervisorTrigger.RobotRefusing, input.Robot == RobotHealth.Refusing);
        Contact(SupervisorTrigger.ForceExceeded, input.ForceN, options.ForceLimitN, ref _forceTicks);
        Contact(SupervisorTrigger.TorqueExceeded, input.TorqueNm, options.TorqueLimitNm, ref _torqueTicks);
    }

    private void Judgement(in SupervisorInput input)
    {
        bool calibrated = input.ConfidenceIsCalibrated;
        bool low = calibrated && input.ConfidencePValue is { } p && !(p >= options.ConfidenceThreshold);
        See(SupervisorTrigger.ConfidenceLow, low, input.ConfidencePValue ?? double.NaN, options.ConfidenceThreshold);
        See(SupervisorTrigger.ConfidenceUncalibrated, !calibrated && input.ConfidencePValue is not null);
        Alarm = input.Alarm;
        bool asks = options.OnAlarm == AlarmReaction.Ask;
        See(SupervisorTrigger.AlarmRaised, asks && input.AlarmCount > 0, input.AlarmCount);
        See(SupervisorTrigger.AlarmNoted, !asks && input.AlarmCount > 0, input.AlarmCount);
        See(SupervisorTrigger.UnfamiliarInput, input.UnfamiliarInput);
    }

    private void Session(in SupervisorInput input)
    {
        bool holds = options.OnRecorderLoss == RecorderLoss.Hold;
        See(SupervisorTrigger.RecorderFailed, holds && input.RecorderFailed);
        See(SupervisorTrigger.RecordingLost, !holds && input.RecorderFailed);
        See(SupervisorTrigger.GuardLatched, input.GuardLatched);
        See(SupervisorTrigger.ContractChanged, input.ContractChanged);
        See(SupervisorTrigger.StatisticsChanged, input.StatisticsChanged);
        See(SupervisorTrigger.EpisodeDone, input.EpisodeDone);
    }

    private void Contact(SupervisorTrigger trigger, double? measured, double? limit, ref int ticks)
    {
        if (limit is null)
        {
            return;
        }

        bool unknown = measured is null || double.IsNaN(measured.Value);
        See(SupervisorTrigger.ContactUnknown, unknown || _visible.Has(SupervisorTrigger.ContactUnknown));
        // A signed sensor pushes either way; a gap in the measurement does not clear what was seen before it.
        bool above = unknown ? ticks > 0 : Math.Abs(measured!.Value) > limit;
        ticks = above ? Math.Min(ticks + 1, options.ContactTicks) : 0;
        See(trigger, ticks >= options.ContactTicks, Math.Abs(measured ?? double.NaN), limit.Value);
    }

    private void Age(SupervisorTrigger trigger, long? ageNs, double limitMs)
    {
        double ageMs = (ageNs ?? 0) / NsPerMs;
        // Another thread may stamp a little after the tick was stamped; a stamp further ahead than that is as bad as an old one.
        See(trigger, Math.Abs(ageMs) > limitMs, ageNs == SupervisorInput.NeverSeenNs ? double.PositiveInfinity : ageMs, limitMs);
    }

    private void See(SupervisorTrigger trigger, bool holds, double value = double.NaN, double limit = double.NaN)
    {
        _visible = _visible.With(trigger, holds);
        Tell(trigger, value, limit);
    }
}
