namespace Interlock.Policies.Wire.Msgpack;

/// <summary>What one msgpack token is.</summary>
internal enum MsgpackKind
{
    Nil,
    Boolean,
    Integer,
    Number,
    Text,
    Binary,
    Extension,
    List,
    Map,
}
