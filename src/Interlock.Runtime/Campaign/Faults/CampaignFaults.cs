using Interlock.Runtime.Campaign.World;
using Interlock.Runtime.Supervision;
using static Interlock.Runtime.Campaign.Report.CampaignEnding;
using static Interlock.Runtime.Campaign.Report.CampaignReaction;

namespace Interlock.Runtime.Campaign.Faults;

/// <summary>Every fault of a running cell, in the order of the table, with what is expected of the loop.</summary>
internal static class CampaignFaults
{
    private const long NsPerMs = 1_000_000;
    private const long NsPerS = 1_000_000_000;
    private const long LateNs = 650 * NsPerMs;
    private const long SuspendedNs = 5 * NsPerS;
    private const long WallClockNs = 3600 * NsPerS;
    private const long DiskRoomBytes = 50_000;
    private const string NonFinite = "GD101";

    public static IReadOnlyList<Func<CampaignFault>> All { get; } =
    [
        () => new AnswerFault(Answer("nan", "one channel of every action is NaN", NonFinite), (chunk, random) => SpoiltAnswers.Fill(chunk, random, double.NaN)),
        () => new AnswerFault(Answer("inf", "one channel of every action is infinite", NonFinite), (chunk, random) => SpoiltAnswers.Fill(chunk, random, double.PositiveInfinity)),
        () => new AnswerFault(Answer("wrong length", "a row of the server's reply is one value short", SupervisorCodes.PolicyFailed, "PO013"), SpoiltAnswers.Shorten),
        () => new AnswerFault(Answer("empty chunk", "the answer has no action", SupervisorCodes.PolicyFailed, RuntimeCodes.EmptyAnswer), (chunk, _) => chunk.Reset(0)),
        () => new AnswerFault(Answer("chunk jump", "the new chunk lies 0.6 rad beside the plan") with { Least = Slowed, Ending = Continues }, SpoiltAnswers.Jump),
        () => new AnswerFault(Answer("oscillation", "every joint swings 0.1 rad to either side from row to row") with { Least = Slowed, Ending = AwaitsAnswer, OrEnding = [Continues, AwaitsReset] }, SpoiltAnswers.Swing),
        () => new CreepingFault(Creeping("freeze", "the policy repeats one action", SupervisorCodes.AlarmRaised), SpoiltAnswers.Freeze(), isContractEvidence: false),
        () => new CreepingFault(Creeping("drift", "one joint is led away, ever faster") with { Least = Slowed, Detectable = CreepingFault.Evidence, OrEnding = [AwaitsReset] }, SpoiltAnswers.Drift(CampaignCell.RecomputeEverySteps), isContractEvidence: true),
        () => new DelayFault(Delayed("late policy", "answers take 650 ms and not 60", Resumes, SupervisorCodes.PolicyStarved), LateNs),
        () => new DelayFault(Delayed("hung policy", "no answer comes any more", AwaitsNewSession, SupervisorCodes.PolicyStarved, SupervisorCodes.PolicyHung), long.MaxValue),
        () => new AnswerFault(Answer("policy crash", "the policy throws", SupervisorCodes.PolicyFailed, RuntimeCodes.PolicyCrashed), (_, _) => throw new InvalidOperationException("the policy's own fault")),
        () => new AnswerFault(Answer("garbage bytes", "the server's reply is noise, read by the openpi codec", SupervisorCodes.PolicyFailed), SpoiltAnswers.Garbage),
        () => new StaleCameraFault(Of("stale camera", "the camera delivers nothing any more", "the newest picture is older than 100 ms", Resumes, SupervisorCodes.ObservationStale)),
        () => new FrozenStateFault(Of("frozen state", "the arm reports one position for ever", "the position stood still for 300 ms while commands moved by 1 % of a span", AwaitsResume, SupervisorCodes.StateFrozen)),
        () => new DisconnectFault(Of("robot disconnect", "the link to the robot is down", "a read fails", AwaitsReset, SupervisorCodes.RobotLost) with { Least = ProtectiveStop }),
        () => new ClockFault(Of("clock jump", "the machine is suspended for 5 s", "the next tick begins", AwaitsResume, SupervisorCodes.ClockJumped) with { Least = Braked }, clock => clock.Advance(SuspendedNs)),
        () => new ClockFault(Of("wall clock jump", "the wall clock is set back by an hour", "the next tick begins", Continues, RuntimeCodes.WallClockStepped) with { Least = Noticed, Most = Noticed }, clock => clock.JumpWallClock(-WallClockNs)),
        () => new StoreFault(Of("disk full", "the recording's disk takes 50 kB more", StoreFault.Evidence, AwaitsNewSession, SupervisorCodes.RecorderFailed, "RC021"), store => store.RoomBytes = DiskRoomBytes),
        () => new StoreFault(Of("recorder killed", "the recording is closed under the recorder", StoreFault.Evidence, AwaitsNewSession, SupervisorCodes.RecorderFailed, "RC021"), store => store.Kill()),
        () => new ContractFileFault(Of("limits changed", "other limits are saved into the contract's file", "the watch has read the file", AwaitsNewSession, SupervisorCodes.ContractChanged) with { Least = ProtectiveStop }),
    ];

    private static FaultStory Answer(string name, string sentence, params string[] codes) => Of(name, sentence, AnswerFault.FirstAnswer, Resumes, codes) with { OrEnding = [AwaitsAnswer] };

    private static FaultStory Creeping(string name, string sentence, params string[] codes) =>
        Of(name, sentence, CreepingFault.Alarm, AwaitsAnswer, codes) with { LastsTicks = 400 };

    private static FaultStory Delayed(string name, string sentence, Report.CampaignEnding ending, params string[] codes) =>
        Of(name, sentence, DelayFault.Evidence, ending, codes) with { LastsTicks = 180, OrEnding = [AwaitsAnswer] };

    private static FaultStory Of(string name, string sentence, string detectable, Report.CampaignEnding ending, params string[] codes) =>
        new() { Name = name, Sentence = sentence, Detectable = detectable, Ending = ending, Codes = codes };
}
