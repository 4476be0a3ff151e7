using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>Decides before the first step whether a policy may start.</summary>
internal interface IStartGate
{
    /// <summary>Compares what is loaded with what was certified.</summary>
    /// <param name="loaded">The unnormaliser that would decode the policy's output.</param>
    StartDecision Decide(Normaliser loaded);
}
