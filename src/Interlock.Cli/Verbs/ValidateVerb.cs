using System.CommandLine;
using Interlock.Cli.Verbs.Validate;

namespace Interlock.Cli.Verbs;

/// <summary><c>interlock validate</c>: a one-off check of an action file against one bound and one step limit.</summary>
internal sealed class ValidateVerb : IVerb
{
    private const double DefaultActionBound = 1.0;
    private const double DefaultVelocityLimit = 0.1;

    public Command Build(VerbHost host)
    {
        Argument<string> path = new("path") { Description = "Action file or recording." };
        Option<double> bound = new("--action-bound")
        {
            Description = "Largest absolute value of any channel, in the file's own units.",
            DefaultValueFactory = _ => DefaultActionBound,
        };
        Option<double> velocity = new("--velocity-limit")
        {
            Description = "Largest change of any channel per step, in the file's own units.",
            DefaultValueFactory = _ => DefaultVelocityLimit,
        };
        Option<bool> json = new("--json") { Description = "Write one JSON document." };
        Command command = new(
            "validate",
            "Check an action file against one bound and one step limit; exit code 2 when it breaks them.\nExample: interlock validate actions.npy --action-bound 1.0 --velocity-limit 0.1")
        {
            path, bound, velocity, json,
        };
        command.SetInterruptibleAction((result, cancellation) => new ActionFileCheck(host).Run(
            result.GetValue(path)!, result.GetValue(bound), result.GetValue(velocity), result.GetValue(json), cancellation));
        return command;
    }
}
