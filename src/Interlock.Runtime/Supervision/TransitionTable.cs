using static Interlock.Runtime.Supervision.SupervisorTrigger;
using State = Interlock.Runtime.Supervision.SupervisorState;

namespace Interlock.Runtime.Supervision;

/// <summary>
/// The machine. <c>docs/supervisor.md</c> prints it and a test keeps the two equal. Within a state and between the held states a motion only
/// ever gets firmer.
/// </summary>
internal static class TransitionTable
{
    private static readonly Reaction __ = new(ReactionKind.Ignore);
    private static readonly Reaction Note = new(ReactionKind.Note);
    private static readonly Reaction No = new(ReactionKind.Refuse);
    private static readonly Reaction Rest = Reaction.Go(State.Idle, Motion.None);
    private static readonly Reaction Ready = Reaction.Go(State.Armed, Motion.None);
    private static readonly Reaction Run = Reaction.Go(State.Running, Motion.Release);
    private static readonly Reaction Care = Reaction.Go(State.Degraded, Motion.Release);
    private static readonly Reaction Hold = Reaction.Go(State.Holding, Motion.Hold);
    private static readonly Reaction Brake = Reaction.Go(State.Holding, Motion.Brake);
    private static readonly Reaction Ask = Reaction.Go(State.AwaitingHuman, Motion.Hold);
    private static readonly Reaction Halt = Reaction.Go(State.AwaitingHuman, Motion.Brake);
    private static readonly Reaction Human = Reaction.Go(State.HumanControl, Motion.Human);
    private static readonly Reaction Stop = Reaction.Go(State.Stopped, Motion.ProtectiveStop);

    /// <summary>A stop before anything moved: there is nothing to brake, and nothing may be sent.</summary>
    private static readonly Reaction Latch = Reaction.Go(State.Stopped, Motion.None);

    public static readonly TransitionRow[] Rows =
    [
        //                          Idle   Armed  Running Degraded Holding Asking Human  Stopped
        new(None,                   __,    __,    __,     __,      __,     __,    __,    __),
        new(OperatorStop,           Latch, Latch, Stop,   Stop,    Stop,   Stop,  Stop,  Note),
        new(GuardLatched,           __,    Rest,  Stop,   Stop,    Stop,   Stop,  Stop,  __),
        new(ForceExceeded,          __,    Rest,  Stop,   Stop,    Stop,   Stop,  Stop,  __),
        new(TorqueExceeded,         __,    Rest,  Stop,   Stop,    Stop,   Stop,  Stop,  __),
        new(RobotLost,              __,    Rest,  Stop,   Stop,    Stop,   Stop,  Stop,  __),
        new(ContractChanged,        __,    Rest,  Stop,   Stop,    Stop,   Stop,  Stop,  __),
        new(StatisticsChanged,      __,    Rest,  Stop,   Stop,    Stop,   Stop,  Stop,  __),
        new(EscalationsRepeated,    __,    __,    __,     __,      Stop,   Stop,  __,    __),
        new(NobodyAnswered,         __,    __,    __,     __,      __,     Stop,  __,    __),
        new(ClockJumped,            __,    Rest,  Brake,  Brake,   Brake,  Halt,  Brake, __),
        new(StateStale,             __,    Rest,  Brake,  Brake,   Brake,  Halt,  Brake, __),
        new(StateFrozen,            __,    Rest,  Brake,  Brake,   Brake,  Halt,  Brake, __),
        new(ContactUnknown,         __,    Rest,  Brake,  Brake,   Brake,  Halt,  Brake, __),
        new(RobotRefusing,          __,    Rest,  Brake,  Brake,   Brake,  Halt,  Brake, __),
        new(PolicyGone,             __,    Rest,  Hold,   Hold,    Hold,   Ask,   __,    __),
        new(PolicyHung,             __,    Rest,  Hold,   Hold,    Hold,   Ask,   __,    __),
        new(PolicyFailed,           __,    Rest,  Hold,   Hold,    Hold,   Ask,   __,    __),
        new(ObservationStale,       __,    Rest,  Hold,   Hold,    Hold,   Ask,   __,    __),
        new(PolicyStarved,          __,    __,    Hold,   Hold,    Hold,   Ask,   __,    __),
        new(PolicyLate,             __,    __,    Hold,   Hold,    Hold,   Ask,   __,    __),
        new(GuardRejects,           __,    __,    Hold,   Hold,    Hold,   Ask,   Hold,  __),
        new(DeadlinesMissed,        __,    Rest,  Hold,   Hold,    Hold,   Ask,   Hold,  __),
        new(RecorderFailed,         __,    Rest,  Hold,   Hold,    Hold,   Ask,   Hold,  __),
        new(HumanStale,             __,    __,    __,     __,      __,     __,    Hold,  __),
        new(FailuresRepeated,       __,    __,    __,     __,      Ask,    __,    __,    __),
        new(HoldTooLong,            __,    __,    __,     __,      Ask,    __,    __,    __),
        new(ConfidenceLow,          __,    __,    Ask,    Ask,     __,     __,    __,    __),
        new(AlarmRaised,            __,    __,    Ask,    Ask,     __,     __,    __,    __),
        new(UnfamiliarInput,        __,    __,    Care,   Care,    __,     __,    __,    __),
        new(RecordingLost,          Note,  Note,  Note,   Note,    Note,   Note,  Note,  Note),
        new(ConfidenceUncalibrated, __,    __,    Note,   Note,    __,     __,    __,    __),
        new(AlarmNoted,             __,    __,    Note,   Note,    Note,   Note,  Note,  __),
        new(CommandsLost,           Note,  Note,  Note,   Note,    Note,   Note,  Note,  Note),
        new(EpisodeDone,            __,    __,    Brake,  Brake,   __,     __,    Brake, __),
        new(CauseGone,              __,    __,    __,     __,      Run,    __,    __,    __),
        new(CauseGoneWithCare,      __,    __,    __,     __,      Care,   __,    __,    __),
        new(FamiliarAgain,          __,    __,    __,     Run,     __,     __,    __,    __),
        new(Arm,                    Ready, No,    No,     No,      No,     No,    No,    No),
        new(Start,                  No,    Run,   No,     No,      No,     No,    No,    No),
        new(Pause,                  No,    Rest,  Hold,   Hold,    Hold,   No,    Hold,  No),
        new(Resume,                 No,    No,    No,     Run,     Run,    No,    No,    No),
        new(Reset,                  No,    No,    No,     No,      No,     No,    No,    Rest),
        new(ResetTooEarly,          __,    __,    __,     __,      __,     __,    __,    Note),
        new(Blocked,                Note,  Note,  Note,   Note,    Note,   Note,  Note,  Note),
        new(TakeOver,               No,    No,    Human,  Human,   Human,  Human, No,    No),
        new(TakeOverWithoutInput,   No,    No,    Hold,   Hold,    Hold,   Hold,  No,    No),
        new(HandBack,               No,    No,    No,     No,      No,     No,    Run,   No),
        new(MarkSuccess,            Note,  No,    Brake,  Brake,   Brake,  Brake, Brake, Note),
        new(MarkFailure,            Note,  No,    Brake,  Brake,   Brake,  Brake, Brake, Note),
        new(AnswerContinue,         No,    No,    No,     No,      No,     Run,   No,    No),
        new(AnswerContinueWithCare, No,    No,    No,     No,      No,     Care,  No,    No),
        new(AnswerEndEpisode,       No,    No,    No,     No,      No,     Brake, No,    No),
    ];

    /// <summary>Stops and holds that stand in the way of arming, starting and going on.</summary>
    public static readonly TriggerSet Blocking = Where(row => row.Armed.Kind == ReactionKind.Go && IsFault(row.Trigger));

    /// <summary>Stops and holds that end a running stretch; a hold can end by itself when none of them is visible.</summary>
    public static readonly TriggerSet Disturbing = Where(row => row.Running.Kind == ReactionKind.Go && IsFault(row.Trigger));

    public static Reaction Of(State state, SupervisorTrigger trigger) => Rows[(int)trigger].In(state);

    private static bool IsFault(SupervisorTrigger trigger) =>
        TriggerCatalogue.Of(trigger).Class is TriggerClass.Stop or TriggerClass.Hold && trigger != OperatorStop;

    private static TriggerSet Where(Func<TransitionRow, bool> holds) =>
        Rows.Where(holds).Aggregate(TriggerSet.Empty, (set, row) => set.With(row.Trigger));
}
