using Interlock.Core.Diagnostics;
using Interlock.Core.Units;
using Interlock.Policies;
using Interlock.Policies.Local;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Meaning;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Tests.Meaning;

namespace Interlock.Runtime.Tests.Inference;

/// <summary>Desks with a policy that is a function: one channel, four rows.</summary>
internal sealed class DeskRig
{
    public const int Rows = 4;

    public DeskRig(Func<PolicyRequest, PolicyChunk, CancellationToken, ValueTask> policy, ILoopClock clock, double timeoutMs = 50, bool takesPrefix = false, IAnswerJudge? judge = null)
    {
        Core.Contract.SafetyContract contract = Specs.Contract(("j", ChannelUnit.Radian));
        PolicyDescription description = new() { Name = "function", Kind = "scripted", ActionDimension = 1, MaxRows = Rows, TakesPrefix = takesPrefix };
        Job = new InferenceJob(new InferenceParts
        {
            Main = new PolicySlot(new FunctionPolicy(description, policy), ChunkMeaning.TryMake(contract, null, 1, Rows, new DiagnosticCollector())!),
            Cameras = new CameraHub([], clock),
            Clock = clock,
            Time = TimeProvider.System,
            Timeout = TimeSpan.FromMilliseconds(timeoutMs),
            Judge = judge,
        });
    }

    public InferenceJob Job { get; }

    /// <summary>Answers with the step that it was asked for.</summary>
    public static ValueTask Count(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        chunk.Reset(Rows);
        for (int row = 0; row < Rows; row++)
        {
            chunk.Row(row)[0] = request.Observation.Step + row;
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Asks and waits for the answer.</summary>
    public static PolicyAnswer Ask(IInferenceDesk desk, long step = 0, bool mustAnswer = false)
    {
        Assert.Equal(DeskStatus.Free, desk.Status);
        desk.Question.Step = step;
        desk.Question.MustAnswer = mustAnswer;
        desk.Ask();
        Assert.True(SpinWait.SpinUntil(() => desk.Status == DeskStatus.Done, TimeSpan.FromSeconds(30)), "no answer within 30 s");
        return desk.Answer;
    }
}
