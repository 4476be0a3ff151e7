namespace Interlock.Runtime.Supervision;

/// <summary>What a person asks of the supervisor. Only <see cref="Stop"/> is never refused and never lost.</summary>
public enum OperatorCommand
{
    /// <summary>Get ready: Idle → Armed, unless a fault is visible. Nothing moves.</summary>
    Arm,

    /// <summary>Armed → Running.</summary>
    Start,

    /// <summary>Hold until <see cref="Resume"/>.</summary>
    Pause,

    /// <summary>Holding → Running, unless a fault is visible; after the end of an episode it begins the next one.</summary>
    Resume,

    /// <summary>Protective stop, from every state.</summary>
    Stop,

    /// <summary>Stopped → Idle. Moves nothing; arm and start again.</summary>
    Reset,

    /// <summary>The person's actions take the place of the policy's.</summary>
    TakeOver,

    /// <summary>Back to the policy.</summary>
    HandBack,

    /// <summary>The episode ends as a success.</summary>
    MarkSuccess,

    /// <summary>The episode ends as a failure.</summary>
    MarkFailure,

    /// <summary>Answer to a question: go on.</summary>
    AnswerContinue,

    /// <summary>Answer to a question: go on with scaled limits or the fallback policy.</summary>
    AnswerContinueWithCare,

    /// <summary>Answer to a question: end the episode.</summary>
    AnswerEndEpisode,
}
