using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Live;

/// <summary>The words of <c>/interlock/command</c>.</summary>
public static class LiveCommand
{
    private static readonly Dictionary<string, OperatorCommand> Words = new(StringComparer.Ordinal)
    {
        ["arm"] = OperatorCommand.Arm,
        ["start"] = OperatorCommand.Start,
        ["pause"] = OperatorCommand.Pause,
        ["resume"] = OperatorCommand.Resume,
        ["stop"] = OperatorCommand.Stop,
        ["reset"] = OperatorCommand.Reset,
        ["take_over"] = OperatorCommand.TakeOver,
        ["hand_back"] = OperatorCommand.HandBack,
        ["answer_go_on"] = OperatorCommand.AnswerContinue,
        ["answer_with_care"] = OperatorCommand.AnswerContinueWithCare,
        ["answer_give_up"] = OperatorCommand.AnswerEndEpisode,
        ["success"] = OperatorCommand.MarkSuccess,
        ["failure"] = OperatorCommand.MarkFailure,
    };

    /// <summary>Every word.</summary>
    public static IReadOnlyCollection<string> All => Words.Keys;

    /// <summary>The command of a word; null when there is none.</summary>
    public static OperatorCommand? Of(string word) => Words.TryGetValue(word, out OperatorCommand command) ? command : null;

    /// <summary>True when something may move because of it: a person confirms first.</summary>
    public static bool Moves(OperatorCommand command) => command is OperatorCommand.Start or OperatorCommand.Resume
        or OperatorCommand.TakeOver or OperatorCommand.HandBack or OperatorCommand.AnswerContinue or OperatorCommand.AnswerContinueWithCare;
}
