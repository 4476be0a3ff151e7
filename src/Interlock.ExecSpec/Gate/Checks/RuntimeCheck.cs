using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>EX080: which model, and which library in which number format runs it.</summary>
internal sealed class RuntimeCheck : IGateCheck
{
    public void Run(GateContext context, GateResults results)
    {
        PolicyIdentity certified = context.Certified.Policy ?? new PolicyIdentity();
        PolicyIdentity running = context.Running.Policy ?? new PolicyIdentity();
        FactComparison comparison = new(results, context.Scope, GateCode.Runtime);
        comparison.FileFact("policy family", certified.Family, running.Family);
        comparison.RobotFact("checkpoint", certified.Name, running.Name);
        comparison.RobotFact("revision", certified.Revision, running.Revision);
        comparison.FileFact("library", certified.Library, running.Library);
        comparison.RobotFact("library version", certified.LibraryVersion, running.LibraryVersion);
        comparison.RobotFact("number format", certified.Dtype, running.Dtype);
        comparison.RobotFact("sampler steps", Fact.Of(certified.SamplerSteps), Fact.Of(running.SamplerSteps));
    }
}
