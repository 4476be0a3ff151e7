using System.Text.Json;
using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Runtime.Live.Protocol;
using Interlock.Runtime.Live.Viewers;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Live.Commands;

/// <summary>Commands of one viewer. A stop of an operator is posted before anything else is looked at, and never counted.</summary>
internal sealed class ViewerCommands(Viewer viewer, Func<ILiveSession?> session, LiveFeedOptions options, TimeProvider time)
{
    private const int MostWaiting = 8;
    private const string NothingToDriveWith =
        "nobody can take over here: no input device has sent an action to this run; press t at its keyboard to drive with the arrow keys";
    private const string NoRobotHere =
        "a proxy has no robot to stop: it judges what the policy server answers; use the robot's own stop, or end the proxy, whose clients then get no more actions";

    // A keyboard's repetition sends 30 a second; a person's will needs less. Ours.
    private readonly RateLimit _rate = new(perS: 10, burst: 20, time);
    private int _waiting;

    /// <summary>Takes a call and answers it now or when the supervisor did; for the thread that reads.</summary>
    public void Take(ServiceCall call)
    {
        OperatorCommand? command = CommandOf(call.Payload);
        if (options.Kind == LiveKind.Proxy)
        {
            Refuse(call, LiveCodes.CommandRefused, NoRobotHere);
        }
        else if (viewer.Role != LiveRole.Operator)
        {
            Refuse(call, LiveCodes.CommandRefused, options.Tokens.Operator is null
                ? "this feed takes no commands: it was started without an operator's token"
                : "this connection may look and not command: it did not show the operator's token");
        }
        else if (session() is not { } open)
        {
            Refuse(call, LiveCodes.CommandRefused, "no session is running");
        }
        else if (command is not { } known)
        {
            Refuse(call, LiveCodes.CommandRefused, $"no command was understood; send {{\"command\": one of {string.Join(", ", LiveCommand.All)}}}");
        }
        else if (known == OperatorCommand.TakeOver && !open.HasTakeOverInput)
        {
            Refuse(call, LiveCodes.CommandRefused, NothingToDriveWith);
        }
        else if (known != OperatorCommand.Stop && (!_rate.Take() || _waiting >= MostWaiting))
        {
            Refuse(call, LiveCodes.CommandsTooFast, "commands come too fast; this one was not passed on (a stop always is)");
        }
        else
        {
            Post(call, open, known);
        }
    }

    private static OperatorCommand? CommandOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 4 });
            return LiveCommand.Of(document.RootElement.GetProperty("command").GetString() ?? "");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private void Post(ServiceCall call, ILiveSession open, OperatorCommand command)
    {
        long before = open.Events.Written;
        bool posted = open.Post(command);
        if (!posted)
        {
            Refuse(call, LiveCodes.CommandsTooFast, "the supervisor has more commands waiting than it can keep; this one was not taken");
            return;
        }

        if (Volatile.Read(ref _waiting) >= MostWaiting)
        {
            // Only stops come this far: each was passed on, and nobody waits for more answers than that.
            Answer(call, new CommandOutcome(true, open.Status().State, "passed on"));
            return;
        }

        System.Threading.Interlocked.Increment(ref _waiting);
        _ = AnswerAsync(call, open, command, before);
    }

    private async Task AnswerAsync(ServiceCall call, ILiveSession open, OperatorCommand command, long before)
    {
        CommandOutcome outcome = await CommandOutcome.OfAsync(open, command, before, time);
        System.Threading.Interlocked.Decrement(ref _waiting);
        Answer(call, outcome);
    }

    private void Answer(ServiceCall call, CommandOutcome outcome) =>
        viewer.TellBinary(call.Response(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["accepted"] = outcome.IsAccepted,
            ["state"] = EnumWord.Of(outcome.State),
            ["reason"] = outcome.Reason,
        })));

    private void Refuse(ServiceCall call, string code, string why)
    {
        viewer.Tell(FeedText.ServiceFailure(call.Service, call.Call, $"{code} {why}"));
        options.OnEvent?.Invoke(new Diagnostic(code, DiagnosticSeverity.Warning, $"{viewer.Name}: {why}"));
    }
}
