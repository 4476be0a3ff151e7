using Interlock.Core.Randomness;
using Interlock.Guard.Calibration;
using Interlock.Runtime.Campaign.Faults;
using Interlock.Runtime.Campaign.Judging;
using Interlock.Runtime.Campaign.Report;
using Interlock.Runtime.Campaign.World;

namespace Interlock.Runtime.Campaign;

/// <summary>
/// Breaks a simulated cell in every known way and measures what the deployed loop does about it: reaction, time, code, recovery, and whether
/// every command that reached the robot kept the contract. On a virtual clock: the same options give the same result on every machine.
/// What it says holds for this cell and these faults.
/// </summary>
public static class FaultCampaign
{
    /// <summary>A reaction has to come within this many control periods of detectability.</summary>
    public const int ReactionBarPeriods = 2;

    private const int EarliestFaultTicks = 60;
    private const int FaultSpreadTicks = 60;

    private static readonly FaultStory NoFault = new()
    {
        Name = "none",
        Sentence = "nothing goes wrong",
        Detectable = "–",
        Least = CampaignReaction.None,
        Most = CampaignReaction.None,
        Codes = [],
        Ending = CampaignEnding.Continues,
    };

    /// <summary>The table: the name of every row that a whole campaign has, in its order.</summary>
    public static IReadOnlyList<string> Faults { get; } = [NoFault.Name, .. CampaignFaults.All.Select(NameOf), WrongKeyTrial.Story.Name];

    /// <summary>Runs every fault.</summary>
    /// <param name="options">Seed and number of runs.</param>
    /// <param name="cancellation">Ends it between two runs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of runs is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CampaignResult Run(CampaignOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Runs, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Runs, CampaignOptions.MostRuns, nameof(options));
        SeededRandom seeds = new(options.Seed);
        GuardCalibration calibration = CampaignCalibration.Learn(seeds.NextBits(), cancellation);
        List<FaultRow> rows = [Row(NoFault, seeds, options.Runs, seed => InCell(calibration, null, seed), cancellation)];
        foreach (Func<CampaignFault> fault in CampaignFaults.All)
        {
            using CampaignFault first = fault();
            rows.Add(Row(first.Story, seeds, options.Runs, seed => InCell(calibration, fault, seed), cancellation));
        }

        rows.Add(Row(WrongKeyTrial.Story, seeds, options.Runs, seed => WrongKeyTrial.Run(calibration, seed), cancellation));
        return new CampaignResult { Options = options, ControlRateHz = CampaignContract.ControlHz, Rows = rows };
    }

    private static string NameOf(Func<CampaignFault> fault)
    {
        using CampaignFault one = fault();
        return one.Story.Name;
    }

    private static FaultRow Row(FaultStory story, SeededRandom seeds, int runs, Func<ulong, TrialFinding> run, CancellationToken cancellation)
    {
        List<TrialFinding> trials = [];
        for (int i = 0; i < runs; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            trials.Add(run(seeds.NextBits()));
        }

        return RowMaker.Of(story, trials);
    }

    private static TrialFinding InCell(GuardCalibration calibration, Func<CampaignFault>? newFault, ulong seed)
    {
        using CampaignCell cell = new(calibration, seed);
        using CampaignFault? fault = newFault?.Invoke();
        return FaultTrial.Run(cell, fault, EarliestFaultTicks + new SeededRandom(seed).NextInt(FaultSpreadTicks));
    }
}
