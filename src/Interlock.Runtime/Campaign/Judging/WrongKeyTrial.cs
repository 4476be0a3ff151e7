using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Specification;
using Interlock.Guard.Calibration;
using Interlock.Runtime.Campaign.Faults;
using Interlock.Runtime.Campaign.Report;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign.Judging;

/// <summary>The same weights with another key's statistics: the gate decides before anything is armed.</summary>
internal static class WrongKeyTrial
{
    public static FaultStory Story { get; } = new()
    {
        Name = "wrong key",
        Sentence = "the statistics of another task are loaded",
        Detectable = "the gate has compared them with the certified ones",
        Least = CampaignReaction.Refused,
        Most = CampaignReaction.Refused,
        Codes = ["EX021"],
        Ending = CampaignEnding.AwaitsNewSession,
    };

    public static TrialFinding Run(GuardCalibration calibration, ulong seed)
    {
        using CampaignCell cell = new(calibration, seed);
        CampaignGate gate = new(cell.Contract, seed);
        bool rightMayStart = gate.Decide(gate.RightKey).MayStart;
        return Try(cell, gate.Decide(gate.WrongKey), rightMayStart);
    }

    private static TrialFinding Try(CampaignCell cell, GateReport report, bool rightMayStart)
    {
        if (report.MayStart)
        {
            CellOperator.Start(cell);
        }

        // A gate that refuses everything refuses nothing in particular.
        bool refused = rightMayStart && !report.MayStart && cell.Robot.Commands.Total == 0;
        return new TrialFinding
        {
            Reaction = refused ? CampaignReaction.Refused : CampaignReaction.None,
            Strongest = refused ? CampaignReaction.Refused : CampaignReaction.None,
            VisibleAfter = 0,
            ReactedAfter = refused ? 0 : null,
            Codes = [.. report.Failures.Select(failure => failure.Code).Distinct()],
            Ending = refused ? CampaignEnding.AwaitsNewSession : CampaignEnding.Continues,
            Commands = cell.Robot.Commands.Total,
        };
    }
}
