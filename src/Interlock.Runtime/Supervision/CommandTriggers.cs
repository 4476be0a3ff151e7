using static Interlock.Runtime.Supervision.SupervisorTrigger;

namespace Interlock.Runtime.Supervision;

/// <summary>From what a person asks to what the table knows.</summary>
internal static class CommandTriggers
{
    public static SupervisorTrigger Of(OperatorCommand command) => command switch
    {
        OperatorCommand.Arm => Arm,
        OperatorCommand.Start => Start,
        OperatorCommand.Pause => Pause,
        OperatorCommand.Resume => Resume,
        OperatorCommand.Reset => Reset,
        OperatorCommand.TakeOver => TakeOver,
        OperatorCommand.HandBack => HandBack,
        OperatorCommand.MarkSuccess => MarkSuccess,
        OperatorCommand.MarkFailure => MarkFailure,
        OperatorCommand.AnswerContinue => AnswerContinue,
        OperatorCommand.AnswerContinueWithCare => AnswerContinueWithCare,
        OperatorCommand.AnswerEndEpisode => AnswerEndEpisode,
        // What nobody defined can only be meant as a stop.
        _ => OperatorStop,
    };

    /// <summary>Commands that a visible fault blocks. A hand-back is not among them: the person has let go, so the fault must hold.</summary>
    public static bool AsksForPolicyMotion(SupervisorTrigger trigger) =>
        trigger is Arm or Start or Resume or AnswerContinue or AnswerContinueWithCare;
}
