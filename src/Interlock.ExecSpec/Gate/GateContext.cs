using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate;

/// <summary>What the checks look at; the drift is computed once for all of them.</summary>
internal sealed class GateContext(GateRequest request)
{
    public GateRequest Request => request;

    public ExecutableSpec Certified => request.Certified;

    public ExecutableSpec Running => request.Running;

    public GateScope Scope => request.Scope;

    public double? MeasuredRateHz => request.MeasuredRateHz;

    /// <summary>How far the running unnormaliser is from the certified one.</summary>
    public SpecDrift Drift { get; } = SpecDrift.Between(request.Certified, request.Running.Unnormaliser);
}
