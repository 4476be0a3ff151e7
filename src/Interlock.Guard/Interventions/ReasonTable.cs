namespace Interlock.Guard.Interventions;

/// <summary>
/// Every reason that a guard can have, numbered when it is set up: a step then writes down numbers only, and words are looked up when
/// somebody reads them.
/// </summary>
internal sealed class ReasonTable
{
    /// <summary>Codes that concern the whole action, or that come without a limit.</summary>
    private static readonly string[] General =
    [
        GuardCodes.NonFinite, GuardCodes.WrongLength, GuardCodes.Missing, GuardCodes.Stale, GuardCodes.UnusableState, GuardCodes.UnknownOrigin,
        GuardCodes.Force, GuardCodes.Torque, GuardCodes.ForceUnknown, GuardCodes.NoFeasibleCommand, GuardCodes.Escalation,
        GuardCodes.StopRequested, GuardCodes.Latched, GuardCodes.ViolationInStopMode, GuardCodes.GapWithoutState,
    ];

    private readonly List<Reason> _reasons = [.. General.Select(code => new Reason(code, double.NaN, string.Empty))];

    public Reason this[int number] => _reasons[number];

    /// <summary>Takes in a reason with a limit; returns its number.</summary>
    public int Add(string code, double limit, string unit)
    {
        _reasons.Add(new Reason(code, limit, unit));
        return _reasons.Count - 1;
    }

    /// <summary>Number of a reason without a limit.</summary>
    public static int Of(string code) => Array.IndexOf(General, code);
}
