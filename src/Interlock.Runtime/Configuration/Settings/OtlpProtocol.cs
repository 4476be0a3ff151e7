namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What an OpenTelemetry collector speaks.</summary>
public enum OtlpProtocol
{
    /// <summary>gRPC, usually port 4317.</summary>
    Grpc,

    /// <summary>Protobuf over HTTP/1.1, usually port 4318.</summary>
    HttpProtobuf,
}
