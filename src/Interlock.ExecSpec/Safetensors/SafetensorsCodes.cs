namespace Interlock.ExecSpec.Safetensors;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class SafetensorsCodes
{
    public const string CannotRead = "EX130";
    public const string HeaderLength = "EX131";
    public const string HeaderJson = "EX132";
    public const string Offsets = "EX133";
    public const string SizeDisagrees = "EX134";
    public const string UnknownDtype = "EX135";
    public const string NoSuchTensor = "EX136";
    public const string TensorTooLarge = "EX137";
}
