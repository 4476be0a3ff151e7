using Interlock.Core.Contract;

namespace Interlock.Guard.Reactions;

/// <summary>Finds the reason why an action or a measurement cannot be used, worst first.</summary>
internal sealed class InputCheck(SafetyContract contract)
{
    private readonly int _channelCount = contract.Channels.Count;
    private readonly Watchdog? _watchdog = contract.Watchdog;
    private readonly ForceLimit? _force = contract.Force;

    /// <summary>Code of the reason, or null when the action can be used.</summary>
    public string? OfAction(ReadOnlySpan<double> raw, bool isUsable, in StepInput input)
    {
        if (raw.Length != _channelCount)
        {
            return raw.IsEmpty ? GuardCodes.Missing : GuardCodes.WrongLength;
        }

        if (!isUsable)
        {
            return GuardCodes.NonFinite;
        }

        // Written so that an age that is not a number counts as stale.
        return _watchdog is not null && input.AgeMs is { } age && !(age <= _watchdog.MaxAgeMs) ? GuardCodes.Stale : null;
    }

    public StopReaction ReactionTo(string code) =>
        ReferenceEquals(code, GuardCodes.Stale) ? _watchdog!.OnStale : StopReaction.Hold;

    public StopReaction ReactionToContact => _force!.OnExceed;

    /// <summary>Code of the exceeded or missing contact measurement, or null.</summary>
    public string? OfContact(in StepInput input)
    {
        if (_force is null)
        {
            return null;
        }

        // A signed sensor pushes either way.
        if (Math.Abs(input.ForceN ?? 0) > _force.MaxForceN)
        {
            return GuardCodes.Force;
        }

        if (Math.Abs(input.TorqueNm ?? 0) > _force.MaxTorqueNm)
        {
            return GuardCodes.Torque;
        }

        return IsBroken(_force.MaxForceN, input.ForceN) || IsBroken(_force.MaxTorqueNm, input.TorqueNm)
            ? GuardCodes.ForceUnknown
            : null;
    }

    /// <summary>True when the contract limits a contact quantity that the caller does not measure at all.</summary>
    public bool LacksContact(in StepInput input) =>
        _force is not null
        && ((_force.MaxForceN is not null && input.ForceN is null) || (_force.MaxTorqueNm is not null && input.TorqueNm is null));

    public bool IsUsable(ReadOnlySpan<double> measured) => measured.Length == _channelCount && IsFinite(measured);

    /// <summary>A sensor that answers "not a number" is not trusted to be below the limit.</summary>
    private static bool IsBroken(double? limit, double? value) => limit is not null && value is { } number && double.IsNaN(number);

    private static bool IsFinite(ReadOnlySpan<double> values)
    {
        double zero = 0;
        foreach (double value in values)
        {
            // x − x is 0 for a number and NaN for NaN and the infinities.
            zero += value - value;
        }

        return zero == 0;
    }
}
