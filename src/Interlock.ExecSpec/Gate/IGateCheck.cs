namespace Interlock.ExecSpec.Gate;

/// <summary>One check of the gate.</summary>
internal interface IGateCheck
{
    /// <summary>Compares and adds at least one finding.</summary>
    void Run(GateContext context, GateResults results);
}
