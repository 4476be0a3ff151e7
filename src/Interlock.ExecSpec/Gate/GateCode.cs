namespace Interlock.ExecSpec.Gate;

/// <summary>The checks of the start-up gate, in the order in which causes come before their consequences. Each has a page in <c>docs/codes</c>.</summary>
internal static class GateCode
{
    public const string Envelope = "EX001";
    public const string Signatures = "EX002";
    public const string PayloadType = "EX003";
    public const string Validity = "EX004";
    public const string ChangedArtefact = "EX010";
    public const string MissingArtefact = "EX011";
    public const string ExtraArtefact = "EX012";
    public const string Scheme = "EX020";
    public const string Statistics = "EX021";
    public const string Mask = "EX022";
    public const string Inert = "EX023";
    public const string Finite = "EX024";
    public const string Probe = "EX025";
    public const string Drift = "EX026";
    public const string NullMotion = "EX027";
    public const string Channels = "EX030";
    public const string Unit = "EX031";
    public const string Frame = "EX032";
    public const string Rotation = "EX033";
    public const string Reference = "EX034";
    public const string Rate = "EX035";
    public const string GripperPolarity = "EX040";
    public const string GripperThreshold = "EX041";
    public const string GripperController = "EX042";
    public const string Controller = "EX050";
    public const string Urdf = "EX051";
    public const string Limits = "EX052";
    public const string Calibration = "EX053";
    public const string Camera = "EX060";
    public const string State = "EX061";
    public const string Prompt = "EX062";
    public const string GoldenObservation = "EX070";
    public const string Runtime = "EX080";
}
