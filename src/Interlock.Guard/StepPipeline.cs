using Interlock.Core.Contract;
using Interlock.Guard.Channels;
using Interlock.Guard.Interventions;
using Interlock.Guard.Limits;
using Interlock.Guard.Reactions;

namespace Interlock.Guard;

/// <summary>One guard step without monitors: check the input, filter or stop, enforce or shadow, escalate, latch.</summary>
internal sealed class StepPipeline
{
    private readonly GuardMode _mode;
    private readonly LimitFilter _filter;
    private readonly ReferenceState _reference;
    private readonly InputCheck _inputs;
    private readonly CauseFinder _causes;
    private readonly EscalationCounter _escalation;
    private readonly StateAnchor _anchor;
    private readonly ShadowOutput _shadow;
    private readonly ReactionReports _reports;
    private string? _brakingFor;
    private bool _saidContactIsMissing;
    private bool _mayPass;

    public StepPipeline(SafetyContract contract, ChannelLayout layout, ActionGuardOptions options)
    {
        _mode = contract.Mode;
        _filter = new LimitFilter(contract, layout, options.AllowReturnFromOutside, options.ChannelByChannel);
        _reference = new ReferenceState(layout.Count);
        _inputs = new InputCheck(contract);
        _escalation = new EscalationCounter(contract.Escalation);
        _shadow = new ShadowOutput(_filter);
        ReasonTable reasons = new();
        Log = new InterventionLog(reasons, layout.Count, options.InterventionCapacity);
        _causes = new CauseFinder(contract, layout, _filter, _reference, Log, reasons);
        _reports = new ReactionReports(Log, contract.Force, _reference, reasons);
        _anchor = new StateAnchor(new GapDetector(contract), _inputs, _reference, _filter, _reports);
    }

    public InterventionLog Log { get; }

    public StopLatch Latch { get; } = new();

    public LimitFilter Filter => _filter;

    public ReferenceState Reference => _reference;

    /// <summary>True when the newest action had the right length and finite values.</summary>
    public bool ActionIsUsable { get; private set; }

    /// <summary>Largest change of a channel at the newest step, in channel units.</summary>
    public double ClipMagnitude { get; private set; }

    /// <summary>A stop that somebody asked for counts in every mode.</summary>
    private bool Enforces => _mode != GuardMode.Monitor || Latch.IsLatched;

    /// <summary>The command that the limits allow, whether or not it is enforced.</summary>
    public ReadOnlySpan<double> GuardedCommand => _filter.Command;

    /// <summary>True when the newest step has a <see cref="GuardedCommand"/>.</summary>
    public bool HasGuardedCommand { get; private set; }

    public StepResult Run(long step, ReadOnlySpan<double> raw, in StepInput input, Span<double> sent)
    {
        Log.BeginStep(step);
        ActionIsUsable = _inputs.IsUsable(raw);
        _mayPass = true;
        ClipMagnitude = 0;
        if (_anchor.Observe(input))
        {
            _shadow.Reset();
        }

        (Verdict verdict, bool hasCommand) = Decide(step, raw, input);
        double clip = verdict == Verdict.Clip ? ClipFraction() : 0;
        if (_escalation.Observe(clip, verdict == Verdict.Hold) is { } reaction)
        {
            _reports.Whole(GuardCodes.Escalation);
            verdict = React(reaction, GuardCodes.Escalation, step, ref hasCommand);
        }

        HasGuardedCommand = hasCommand;
        if (hasCommand)
        {
            _filter.Commit(_reference);
        }

        bool isKnown = hasCommand || _filter.CommandRest(_reference);
        if (verdict is Verdict.Hold or Verdict.Stop)
        {
            Log.SetSafe(isKnown ? _filter.Command : default);
        }

        Log.EndStep();
        hasCommand = Send(raw, isKnown, sent);
        return new StepResult
        {
            Step = step,
            Verdict = verdict,
            HasCommand = hasCommand,
            IsEnforced = Enforces,
            IsLatched = Latch.IsLatched,
            ClipFraction = clip,
            InterventionCount = Log.Count,
        };
    }

    /// <summary>An action relative to nobody knows what: nothing can be checked, so nothing is sent.</summary>
    public StepResult RunWithoutOrigin(long step, Span<double> sent)
    {
        Log.BeginStep(step);
        ActionIsUsable = false;
        HasGuardedCommand = false;
        ClipMagnitude = 0;
        _reports.Whole(GuardCodes.UnknownOrigin);
        Log.EndStep();
        sent.Clear();
        return new StepResult
        {
            Step = step,
            Verdict = Latch.IsLatched ? Verdict.Stop : Verdict.Hold,
            IsEnforced = true,
            IsLatched = Latch.IsLatched,
            InterventionCount = Log.Count,
        };
    }

    private bool Send(ReadOnlySpan<double> raw, bool isKnown, Span<double> sent)
    {
        if (_mode == GuardMode.Monitor)
        {
            return _shadow.Write(!Enforces && ActionIsUsable && _mayPass ? raw : default, isKnown, sent);
        }

        _filter.Command.CopyTo(sent);
        return isKnown;
    }

    /// <summary>Forgets how the robot moved; the latch stays.</summary>
    public void BeginEpisode(ReadOnlySpan<double> measured)
    {
        _anchor.BeginEpisode(measured);
        _escalation.Reset();
        _shadow.Reset();
        _brakingFor = null;
        _saidContactIsMissing = false;
    }

    /// <summary>Takes rows as the last that were executed.</summary>
    public void ResumeAfter(ReadOnlySpan<double> executed) => _reference.ResumeAfter(executed, _filter.Envelopes);

    private (Verdict Verdict, bool HasCommand) Decide(long step, ReadOnlySpan<double> raw, in StepInput input)
    {
        bool hasCommand = false;
        if (Latch.IsLatched)
        {
            ReportRequest();
            _reports.Repeated(GuardCodes.Latched);
            return (React(StopReaction.Stop, GuardCodes.Latched, step, ref hasCommand), hasCommand);
        }

        if (!_saidContactIsMissing && _inputs.LacksContact(input))
        {
            _saidContactIsMissing = true;
            _reports.Whole(GuardCodes.ForceUnknown);
        }

        if (_inputs.OfContact(input) is { } contact)
        {
            _reports.Contact(contact, input);
            return (React(_inputs.ReactionToContact, contact, step, ref hasCommand), hasCommand);
        }

        if (_inputs.OfAction(raw, ActionIsUsable, input) is { } reason)
        {
            // What cannot be used never reaches the robot, in monitor mode neither; a stale action is finite and yet one of these.
            _mayPass = false;
            _reports.Unusable(reason, raw);
            return (React(_inputs.ReactionTo(reason), reason, step, ref hasCommand), hasCommand);
        }

        if (_brakingFor is { } cause && !IsAtRest())
        {
            _reports.Repeated(cause);
            return (React(StopReaction.Brake, cause, step, ref hasCommand), hasCommand);
        }

        return FilterAction(step, raw);
    }

    private void ReportRequest()
    {
        if (Latch.IsUnreported)
        {
            _reports.Whole(Latch.Code!);
            Latch.MarkReported();
        }
    }

    private (Verdict Verdict, bool HasCommand) FilterAction(long step, ReadOnlySpan<double> raw)
    {
        bool hasCommand = true;
        _brakingFor = null;
        if (!_filter.Apply(_reference, raw))
        {
            _reports.Infeasible(_filter.InfeasibleChannel, raw[_filter.InfeasibleChannel]);
            return (React(StopReaction.Stop, GuardCodes.NoFeasibleCommand, step, ref hasCommand), hasCommand);
        }

        if (_filter.PassedAtOnce || raw.SequenceEqual(_filter.Command))
        {
            return (Verdict.Pass, true);
        }

        _causes.Explain(raw);
        if (_mode == GuardMode.Stop && ContractBreach.IsAmong(Log.OfStep))
        {
            _reports.Whole(GuardCodes.ViolationInStopMode);
            return (React(StopReaction.Stop, GuardCodes.ViolationInStopMode, step, ref hasCommand), hasCommand);
        }

        return (Verdict.Clip, true);
    }

    /// <summary>Filters the stop in place of the action, and latches where asked to.</summary>
    private Verdict React(StopReaction reaction, string code, long step, ref bool hasCommand)
    {
        hasCommand = _filter.ApplyStop(_reference);
        _brakingFor = reaction == StopReaction.Brake ? code : null;
        if (reaction != StopReaction.Stop)
        {
            return Verdict.Hold;
        }

        if (Enforces)
        {
            Latch.Latch(code, step);
        }

        return Verdict.Stop;
    }

    private bool IsAtRest()
    {
        for (int i = 0; i < _filter.Envelopes.Length; i++)
        {
            double rate = _filter.Envelopes[i].IsRate ? _reference.Position[i] : _reference.Motion[i];
            if (rate != 0)
            {
                return false;
            }
        }

        return true;
    }

    private double ClipFraction()
    {
        (double fraction, ClipMagnitude) = ClipSize.Of(_filter);
        return fraction;
    }
}
