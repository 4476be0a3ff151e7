namespace Interlock.Policies.Wire;

/// <summary>Diagnostic codes of this folder; each has a page in <c>docs/codes</c>.</summary>
internal static class WireCodes
{
    public const string Truncated = "PO001";
    public const string TooDeep = "PO002";
    public const string TooLarge = "PO003";
    public const string TrailingBytes = "PO004";
    public const string NotText = "PO005";
    public const string SizeDisagrees = "PO006";
    public const string Dtype = "PO007";
    public const string DuplicateKey = "PO008";
    public const string WrongKind = "PO009";
    public const string NotMsgpack = "PO010";
    public const string NumpyMarker = "PO012";
    public const string NoActions = "PO013";
    public const string ChunkTooLong = "PO014";
    public const string NotJson = "PO020";
    public const string JsonNumpy = "PO021";
    public const string ServerError = "PO022";
    public const string EncodedTwice = "PO023";
    public const string GlobalRefused = "PO030";
    public const string OpcodeRefused = "PO031";
    public const string PickleMalformed = "PO032";
    public const string ProtocolRefused = "PO033";
    public const string CallRefused = "PO034";
    public const string TorchStream = "PO036";
    public const string TensorView = "PO037";
    public const string WrongMessage = "PO038";
    public const string UnknownGeneration = "PO039";
    public const string Safetensors = "PO040";
    public const string Protobuf = "PO050";
    public const string GrpcFlag = "PO051";
    public const string MessageTooLong = "PO052";
    public const string TransferState = "PO053";
}
