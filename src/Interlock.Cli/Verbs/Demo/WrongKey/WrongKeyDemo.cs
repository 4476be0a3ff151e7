using Interlock.Cli.Output;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>
/// <c>interlock demo --fault wrong-key</c>: the same weights with another key's statistics. With the gate on, nothing starts. Off, which
/// is allowed here because nothing but a simulation moves, it shows what would have come.
/// </summary>
internal static class WrongKeyDemo
{
    /// <summary>Name of the fault on the command line.</summary>
    public const string Fault = "wrong_key";

    public static int Run(VerbHost host, WrongKeyOptions options, CancellationToken cancellation)
    {
        WrongKeyWorld world = new(options.Seed, options.Demonstrations, cancellation);
        IStartGate gate = new SpecificationGate(world.Certified);
        WrongKeyResult result = new() { Seed = options.Seed, Decision = gate.Decide(world.Loaded) };
        bool refused = options.GateIsOn && !result.Decision.MayStart;
        if (!refused)
        {
            result = result with { Runs = world.Run() };
        }

        Write(host, options, result);
        return refused ? ExitCode.RefusedToStart : ExitCode.Ok;
    }

    private static void Write(VerbHost host, WrongKeyOptions options, WrongKeyResult result)
    {
        if (options.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => WrongKeyJson.Write(writer, result));
        }

        if (result.Runs is null)
        {
            WrongKeyText.WriteRefusal(host, result.Decision);
        }
        else if (!options.Json)
        {
            WrongKeyText.WriteRuns(host, result.Decision, result.Runs);
        }
    }
}
