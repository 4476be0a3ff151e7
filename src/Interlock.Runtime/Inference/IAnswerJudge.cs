using Interlock.Core.Observations;

namespace Interlock.Runtime.Inference;

/// <summary>Looks at every answer on the policy's thread: confidence, recording.</summary>
internal interface IAnswerJudge
{
    /// <summary>Fills the answer's confidence.</summary>
    void Judge(PolicyAnswer answer, Observation observation);

    /// <summary>Told about every answer and failure.</summary>
    void Report(PolicyQuestion question, PolicyAnswer answer);
}
